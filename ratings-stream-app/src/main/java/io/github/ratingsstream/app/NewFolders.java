package io.github.ratingsstream.app;

import io.github.ratingsstream.app.options.Options;
import io.github.ratingsstream.app.options.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of the options that were not there when the job began: a start that is refused takes them away again. */
final class NewFolders {

    private final List<Path> missing;

    /** Looks which are missing. Folders on other file systems are left alone. */
    NewFolders(Options options) {
        this.missing = Stream.of(
                        options.output(),
                        options.folders().checkpoint(),
                        options.store()
                                .address()
                                .filter(StoreAddress::isDirectory)
                                .map(address -> address.directory().toString()))
                .flatMap(Optional::stream)
                .flatMap(name -> local(name).stream())
                .filter(Files::notExists)
                .toList();
    }

    private static Optional<Path> local(String name) {
        try {
            return name.contains(":") ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Deletes those that have been made meanwhile and are empty. */
    void remove() {
        for (Path folder : missing) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // There is something in it, which may be another job's.
                continue;
            }
        }
    }
}
