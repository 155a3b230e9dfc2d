package io.github.ratingsstream.app.options;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name folders which outlast the job. */
public final class FolderOptions {

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "a directory of text files of titles, instead of the socket; its subdirectories are not read")
    private @Nullable String watch;

    @Option(names = "--checkpoint", paramLabel = "DIR", description = "a directory from which a killed job continues")
    private @Nullable String checkpoint;

    /** {@return the directory of text files of titles, if they come from files} */
    public Optional<String> watch() {
        return Optional.ofNullable(watch);
    }

    /** {@return the directory of the checkpoint that the job goes on from, if there is one} */
    public Optional<String> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }
}
