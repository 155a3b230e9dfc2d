package io.github.ratingsstream.rooms;

import java.util.Set;

/** A package: its name below {@code io.github.ratingsstream}, its floor (the lowest is 0), and which rooms it may use. */
public record Room(String name, int floor, Set<String> uses) {

    static final String HOUSE = "io.github.ratingsstream.";

    /** The first word of its name. */
    public String module() {
        return name.split("\\.")[0];
    }

    String packageName() {
        return HOUSE + name;
    }

    /** Whether it is the module's root package, which all others lie below. */
    boolean isRoot() {
        return name.equals(module());
    }
}
