package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** An executor's side and the driver's, in one JVM. */
class DriverLinkTest {

    private static final String KEY = "5ec2e7a1";

    private final PluginContext driver = mock();
    private final ExecutorPlugin executor = new DriverLink().executorPlugin();

    @BeforeEach
    void noKeyIsKnownHere() {
        DriverLink.setKey(null);
        executor.init(driver, Map.of());
    }

    @AfterEach
    void forget() {
        executor.shutdown();
        DriverLink.setKey(null);
    }

    @Test
    void executorAsksTheDriver() throws Exception {
        when(driver.ask(any())).thenAnswer(question -> {
            DriverLink.setKey(KEY);
            return new DriverLink().driverPlugin().receive(question.getArgument(0));
        });

        assertThat(DriverLink.key(Map.of())).isEqualTo(KEY);
    }

    @Test
    void executorsOwnEnvironmentWinsOverTheDriver() {
        assertThat(DriverLink.key(Map.of("OMDB_API_KEY", "own"))).isEqualTo("own");
    }

    @Test
    void executorAsksTheDriverForTheStoresLogin() throws Exception {
        when(driver.ask(any())).thenAnswer(question -> {
            DriverLink.setStoreLogin(new StoreLogin("ann", KEY));
            Object answer = new DriverLink().driverPlugin().receive(question.getArgument(0));
            DriverLink.setStoreLogin(null);
            assertThat(answer.getClass().getComponentType()).isEqualTo(String.class);
            return answer;
        });

        assertThat(DriverLink.storeLogin()).isEqualTo(new StoreLogin("ann", KEY));
    }

    @Test
    void whatAnExecutorHasToSayTheDriverSays() throws Exception {
        DriverLink.say("list can't be read");

        ArgumentCaptor<Object> message = ArgumentCaptor.forClass(Object.class);
        verify(driver).send(message.capture());
        assertThat(new DriverLink().driverPlugin().receive(message.getValue())).isNull();
        assertThat(message.getValue()).asString().endsWith("list can't be read");
    }

    @Test
    void driverAnswersNothingElse() {
        DriverLink.setKey(KEY);

        assertThatThrownBy(() -> new DriverLink().driverPlugin().receive("another question"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining(KEY);
    }

    @Test
    void whatTheConnectionSaysOfAFailureIsNotPassedOn() throws Exception {
        when(driver.ask(any())).thenThrow(new IOException("the answer " + KEY + " was lost"));

        assertThatThrownBy(() -> DriverLink.key(Map.of()))
                .hasMessage("the driver does not answer this executor")
                .hasNoCause();
    }

    @Test
    void executorAsksUntilTheDriverSaysThatLookupsAreToEnd() throws Exception {
        PluginContext busy = mock();
        when(busy.ask(any()))
                .thenReturn(false)
                .thenThrow(new IOException("busy"))
                .thenReturn(true);
        CompletableFuture<Boolean> ended = new CompletableFuture<>();

        new DriverLink.OnExecutor(() -> ended.complete(true)).init(busy, Map.of());

        assertThat(ended.get(10, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void clientIsClosedWithItsExecutor() {
        DriverLink.setKey(KEY);
        Options options = new CommandLineOptions(new SparkConf(false)).read().orElseThrow();
        OmdbClient client = new ClientOnExecutor(options, URI.create("http://127.0.0.1:1/")).create();

        executor.shutdown();

        assertThatThrownBy(() -> client.byTitle("Inception"))
                .isInstanceOfSatisfying(
                        OmdbException.class, e -> assertThat(e.reason()).isEqualTo(OmdbException.Reason.STOPPING));
    }
}
