package io.github.ratingsstream.omdb;

import java.util.List;
import java.util.Map;

/** A JSON object as OMDb sends them: texts, and lists of objects that hold texts. */
record JsonRecord(OmdbFields fields, Map<String, List<OmdbFields>> lists) {

    /** An empty list counts. */
    boolean hasRows(String name) {
        return lists.containsKey(name);
    }

    List<OmdbFields> rows(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
