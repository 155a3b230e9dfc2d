package io.github.ratingsstream.core.executor;

import io.github.ratingsstream.core.lookup.OmdbLookup;
import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the client in the JVM where it runs. It travels there without the key, which comes from the driver. */
final class ClientOnExecutor implements OmdbLookup.ClientFactory {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Logger log = LoggerFactory.getLogger(ClientOnExecutor.class);

    private final ClientSettings settings;
    private final @Nullable StoreLocation store;

    ClientOnExecutor(ClientSettings settings, @Nullable StoreLocation store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public OmdbClient create() {
        ThisJvm jvm = ThisJvm.current();
        OmdbClientBuilder builder = OmdbClient.builder();
        settings.applyTo(builder);
        builder.apiKey(jvm.driver().key());
        if (store != null) {
            builder.store(jvm.store(store).openIfItIsUp());
        }
        OmdbClient client = builder.build();
        log.info("made {}", client);
        jvm.add(client);
        return client;
    }
}
