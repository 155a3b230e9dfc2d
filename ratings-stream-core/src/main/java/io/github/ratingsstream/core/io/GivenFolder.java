package io.github.ratingsstream.core.io;

/**
 * A folder as given by whoever started the job.
 *
 * @param name the name they know it by, for messages: an option, a setting, or a few words
 * @param path where it is, relative or not, on any file system Hadoop knows
 */
public record GivenFolder(String name, String path) {}
