package io.github.ratingsstream.core.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.answer.OmdbException;
import io.github.ratingsstream.omdb.answer.OmdbException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** An executor's side and the driver's, in one JVM. */
class DriverLinkTest {

    private static final String KEY = "5ec2e7a1";

    private final List<String> said = new ArrayList<>();
    private final DriverSide driver = new DriverSide(KEY, said::add);
    private final PluginContext connection = mock();
    private final ExecutorPlugin executor = new DriverLink().executorPlugin();

    @AfterEach
    void forget() {
        executor.shutdown();
        ThisJvm.current().close();
    }

    @Test
    void executorAsksTheDriver() throws Exception {
        when(connection.ask(any())).thenAnswer(question -> RemoteDriver.answer(driver, question.getArgument(0)));

        assertThat(remote(Map.of()).key()).isEqualTo(KEY);
    }

    @Test
    void executorsOwnEnvironmentWinsOverTheDriver() {
        assertThat(remote(Map.of("OMDB_API_KEY", "own")).key()).isEqualTo("own");
    }

    @Test
    void executorAsksTheDriverForTheStoresLogin() throws Exception {
        driver.setStoreLogin(new StoreLogin("ann", KEY));
        when(connection.ask(any())).thenAnswer(question -> {
            Object answer = RemoteDriver.answer(driver, question.getArgument(0));
            assertThat(answer.getClass().getComponentType()).isEqualTo(String.class);
            return answer;
        });

        assertThat(remote(Map.of()).storeLogin()).isEqualTo(new StoreLogin("ann", KEY));
    }

    @Test
    void whatAnExecutorHasToSayTheDriverSays() throws Exception {
        executor.init(connection, Map.of());

        assertThat(DriverLink.say("list can't be read")).isTrue();

        ArgumentCaptor<Object> message = ArgumentCaptor.forClass(Object.class);
        verify(connection).send(message.capture());
        assertThat(RemoteDriver.answer(driver, message.getValue())).isNull();
        assertThat(said).containsExactly("list can't be read");
    }

    @Test
    void whatSeveralExecutorsSayTheDriverSaysOnceIfTheyWantThat() throws Exception {
        ArgumentCaptor<Object> message = ArgumentCaptor.forClass(Object.class);
        executor.init(connection, Map.of());
        DriverLink.sayOnce("list can't be read");
        DriverLink.say("reading titles");
        verify(connection, times(2)).send(message.capture());

        for (Object one : message.getAllValues()) {
            RemoteDriver.answer(driver, one);
            RemoteDriver.answer(driver, one);
        }

        assertThat(said).containsExactly("list can't be read", "reading titles", "reading titles");
    }

    @Test
    void driverAnswersExecutorsForTheJobThatBeganInItsJvm() throws Exception {
        ArgumentCaptor<Object> message = ArgumentCaptor.forClass(Object.class);
        remote(Map.of()).say("list can't be read");
        verify(connection).send(message.capture());

        OmdbOnExecutors.withKey(KEY).notices(said::add);
        new DriverLink().driverPlugin().receive(message.getValue());

        assertThat(said).containsExactly("list can't be read");
    }

    @Test
    void driverAnswersNothingElse() {
        assertThatThrownBy(() -> RemoteDriver.answer(driver, "another question"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining(KEY);
    }

    @Test
    void whatTheConnectionSaysOfAFailureIsNotPassedOn() throws Exception {
        when(connection.ask(any())).thenThrow(new IOException("the answer " + KEY + " was lost"));

        assertThatThrownBy(() -> remote(Map.of()).key())
                .hasMessage("the driver does not answer this executor")
                .hasNoCause();
    }

    @Test
    void executorThatHasNotLoadedTheLinkIsTold() {
        assertThatThrownBy(() -> new RemoteDriver(null, Map.of()).key())
                .hasMessageStartingWith("this executor has not loaded DriverLink");
    }

    @Test
    void executorAsksUntilTheDriverSaysThatLookupsAreToEnd() throws Exception {
        when(connection.ask(any()))
                .thenReturn(KEY)
                .thenReturn(false)
                .thenThrow(new IOException("busy"))
                .thenReturn(true);
        executor.init(connection, Map.of());
        OmdbClient client = client();

        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (reason(client) != Reason.STOPPING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        assertThat(ThisJvm.current().driver().endsLookups()).isTrue();
    }

    @Test
    void clientIsClosedWithItsExecutor() throws Exception {
        when(connection.ask(any())).thenReturn(KEY);
        executor.init(connection, Map.of());
        OmdbClient client = client();

        executor.shutdown();

        assertThat(reason(client)).isEqualTo(Reason.STOPPING);
    }

    @Test
    void endOfOneJobIsNotTheEndOfTheNextInTheSameJvm() {
        OmdbOnExecutors first = OmdbOnExecutors.withKey(KEY);
        OmdbClient firsts = client();
        try (OmdbOnExecutors second = OmdbOnExecutors.withKey(KEY)) {
            OmdbClient seconds = client();

            first.endLookups();
            first.close();

            assertThat(reason(firsts)).isEqualTo(Reason.STOPPING);
            assertThat(reason(seconds)).isNotEqualTo(Reason.STOPPING);
            assertThat(ThisJvm.current().driver().endsLookups()).isFalse();
            second.endLookups();
            assertThat(reason(client())).isEqualTo(Reason.STOPPING);
        }
    }

    @Test
    void linkIsAddedBesideTheUsersPluginsOnce() {
        SparkConf conf = new SparkConf(false).set("spark.plugins", "their.Plugin");

        try (OmdbOnExecutors job = OmdbOnExecutors.withKey(KEY)) {
            job.addTo(conf).addTo(conf);
        }

        assertThat(conf.get("spark.plugins")).isEqualTo("their.Plugin," + DriverLink.class.getName());
    }

    private RemoteDriver remote(Map<String, String> environment) {
        return new RemoteDriver(connection, environment);
    }

    /** Of an OMDb that nobody answers for. */
    private static OmdbClient client() {
        return new ClientOnExecutor(
                        builder -> builder.baseUrl(URI.create("http://127.0.0.1:1/"))
                                .retries(0),
                        null)
                .create();
    }

    private static Reason reason(OmdbClient client) {
        try {
            client.byTitle("Inception");
            throw new AssertionError("somebody answers");
        } catch (OmdbException e) {
            return e.reason();
        }
    }
}
