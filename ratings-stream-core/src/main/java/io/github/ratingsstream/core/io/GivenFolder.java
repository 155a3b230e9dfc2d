package io.github.ratingsstream.core.io;

/**
 * A folder as whoever started the job gave it.
 *
 * @param name what they know it by, for messages: an option, a setting, or a few words
 * @param path where it is, relative or not, on any file system Hadoop knows
 */
public record GivenFolder(String name, String path) {}
