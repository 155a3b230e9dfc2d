package io.github.ratingsstream.rooms;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

/** One class of a room uses one of another room. */
record Arrow(String from, String to, String evidence) {

    static boolean isOne(Dependency dependency) {
        JavaClass used = dependency.getTargetClass().getBaseComponentType();
        return used.getPackageName().startsWith(Room.HOUSE)
                && !used.getPackageName().equals(dependency.getOriginClass().getPackageName());
    }

    static Arrow of(Dependency dependency) {
        String from = room(dependency.getOriginClass());
        String to = room(dependency.getTargetClass().getBaseComponentType());
        return new Arrow(from, to, from + " -> " + to + ": " + dependency.getDescription());
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(Room.HOUSE.length());
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
