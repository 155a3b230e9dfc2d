package io.github.ratingsstream.app.options;

import io.github.ratingsstream.app.options.OptionConverters.StoreConverter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the job keeps answers and counts. */
public final class StoreOptions {

    @Option(
            names = "--store",
            paramLabel = "STORE",
            converter = StoreConverter.class,
            description =
                    "a directory or jdbc:postgresql:…; keeps answers, the day's count and waiting titles (memory)")
    private @Nullable StoreAddress address;

    /** {@return the store, if it is not memory} */
    public Optional<StoreAddress> address() {
        return Optional.ofNullable(address);
    }
}
