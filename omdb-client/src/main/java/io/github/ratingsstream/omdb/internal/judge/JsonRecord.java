package io.github.ratingsstream.omdb.internal.judge;

import java.util.List;
import java.util.Map;

/** A JSON object as OMDb sends it: texts, and lists of objects that hold texts; all in the order they were sent. */
record JsonRecord(Map<String, String> fields, Map<String, List<Map<String, String>>> lists) {

    /** Whether the list is there; it may be empty. */
    boolean hasRows(String name) {
        return lists.containsKey(name);
    }

    List<Map<String, String>> rows(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
