package io.github.ratingsstream.omdb.title;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line while it is read: what is left of it, and what was understood so far. Immutable.
 *
 * @param text what is left, at the end the title or the IMDb id
 * @param id whether that is an IMDb id
 * @param year the year the line gives, if any
 * @param others the other titles it gives, in brackets
 */
record Reading(String text, boolean id, @Nullable Integer year, List<String> others) {

    static Reading of(String text) {
        return new Reading(text, false, null, List.of());
    }

    Reading withText(String left) {
        return new Reading(left, id, year, others);
    }

    Reading withYear(String left, int of) {
        return new Reading(left, id, of, others);
    }

    Reading withId(String imdbId) {
        return new Reading(imdbId, true, null, others);
    }

    Reading withOther(String left, String title) {
        List<String> more = new ArrayList<>(others);
        more.add(title);
        return new Reading(left, id, year, List.copyOf(more));
    }

    /** The last character of what is left, which is never blank. */
    char lastCharacter() {
        return text.charAt(text.length() - 1);
    }

    /** The titles read, the one to ask for first. */
    Stream<AskedTitle> titles() {
        return Stream.concat(Stream.of(text), others.stream()).map(title -> new AskedTitle(title, year));
    }
}
