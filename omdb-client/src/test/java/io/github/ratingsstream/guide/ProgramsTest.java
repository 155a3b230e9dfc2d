package io.github.ratingsstream.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;

import io.github.ratingsstream.omdb.OmdbClient;
import io.github.ratingsstream.omdb.OmdbClientBuilder;
import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;

/** The guide's programs, run from main on. The simulator's address and a key take the place of the environment. */
class ProgramsTest {

    private final OmdbSimulator simulator = OmdbSimulator.builder()
            .titles(IntStream.rangeClosed(1, 5)
                    .mapToObj(number -> SimulatedTitle.id("tt000000" + number)
                            .title("Film " + number)
                            .year("2020")
                            .rating("7." + number))
                    .toList())
            .title(SimulatedTitle.id("tt1160419").title("Dune").year("2021").rating("8.0"))
            .start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void firstLookupPrintsTheRating() throws Exception {
        assertThat(run(() -> FirstLookup.main(new String[0]))).containsExactly("Dune: 8.0");
    }

    @Test
    void simulatedOmdbNeedsNoKey() throws Exception {
        assertThat(run(() -> WithoutAKey.main(new String[0]), OmdbClient.builder()))
                .containsExactly("Optional[8.0]", "Optional[Movie not found!]");
    }

    @Test
    void batchWithoutItsArgumentsSaysWhichItWants() throws Exception {
        assertThat(run(() -> BudgetedBatch.main(new String[0])))
                .containsExactly("arguments: a file with one title a line, a directory for the store, the calls a day");
    }

    @Test
    void batchStopsAtItsLimitAndGoesOnTheNextTime() throws Exception {
        Path titles = folder.resolve("titles.txt");
        Files.write(titles, List.of("Film 1", "", "Film 2", "Nothing", "Film 3", "Film 4", "Film 5"));

        List<String> first = batch(titles, "4");
        List<String> waiting = waiting(first);
        assertThat(simulator.requests()).hasSize(4);
        assertThat(first).contains(": not a title", "calls used today: 4", "calls left today: 0");
        // Which two is chance, as 16 threads ask; they are told in the file's order.
        assertThat(waiting)
                .hasSize(2)
                .isEqualTo(Files.readAllLines(titles).stream()
                        .filter(waiting::contains)
                        .toList());

        List<String> second = batch(titles, "10");
        assertThat(simulator.queries().subList(4, 6))
                .containsExactlyInAnyOrderElementsOf(
                        waiting.stream().map(title -> "t=" + title).toList());
        assertThat(second)
                .containsExactlyInAnyOrder(
                        "Film 1: 7.1",
                        ": not a title",
                        "Film 2: 7.2",
                        "Nothing: OMDb does not have it",
                        "Film 3: 7.3",
                        "Film 4: 7.4",
                        "Film 5: 7.5",
                        "calls used today: 6",
                        "calls left today: 4");
        assertThat(simulator.requests()).hasSize(6);
    }

    /** The programs meet no key here, as nothing sets one in this process. */
    @Test
    void programWithoutAKeySaysWhatToDo() throws Exception {
        assumeTrue(System.getenv(OmdbClient.KEY_VARIABLE) == null, "skipped: there is a key here");
        assertThat(run(() -> FirstLookup.main(new String[0]), OmdbClient.builder()))
                .containsExactly(
                        "REFUSED_KEY: there is no API key; set the environment variable OMDB_API_KEY to yours");
        Path titles = Files.writeString(folder.resolve("titles.txt"), "Film 1");
        assertThat(run(
                        () -> BudgetedBatch.main(new String[] {
                            titles.toString(), folder.resolve("store").toString(), "1"
                        }),
                        OmdbClient.builder()))
                .containsExactly(
                        "not started: there is no API key; set the environment variable OMDB_API_KEY to yours");
        assertThat(folder.resolve("store")).isDirectoryContaining("glob:**omdb.mv.db");
    }

    @Test
    void damagedFileIsOneLineAndLeavesNoOtherFile() throws Exception {
        Path store = Files.createDirectory(folder.resolve("store"));
        Files.writeString(store.resolve("omdb.mv.db"), "not a database");

        assertThat(refusedBatch())
                .isEqualTo(
                        "not started: the store failed: H2 can't open its file; check that this user may write it, "
                                + "and check the disk; if it is damaged, delete it: kept answers and the day's count go with it (SQLState 90028)");
        assertThat(store).isDirectoryContaining("glob:**omdb.mv.db").isDirectoryNotContaining("glob:**trace*");
    }

    @Test
    void lockedFileIsOneLineAndLeavesNoOtherFile() throws Exception {
        batch(Files.writeString(folder.resolve("titles.txt"), "Film 1"), "1");
        Path store = folder.resolve("store");

        try (FileChannel file = FileChannel.open(store.resolve("omdb.mv.db"), StandardOpenOption.WRITE)) {
            assertThat(file.lock().isValid()).isTrue();
            assertThat(refusedBatch())
                    .startsWith("not started: the store failed: another process has the H2 database open");
        }
        assertThat(store).isDirectoryContaining("glob:**omdb.mv.db").isDirectoryNotContaining("glob:**trace*");
    }

    /** The one line that it prints, with nothing on stderr. */
    private String refusedBatch() throws Exception {
        Path titles = Files.writeString(folder.resolve("titles.txt"), "Film 1");
        PrintStream before = System.err;
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        try (PrintStream err = new PrintStream(complaints, true, StandardCharsets.UTF_8)) {
            System.setErr(err);
            List<String> printed = batch(titles, "1");
            assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(printed).hasSize(1);
            return printed.get(0);
        } finally {
            System.setErr(before);
        }
    }

    private static List<String> waiting(List<String> printed) {
        return printed.stream()
                .filter(line -> line.startsWith("for tomorrow: "))
                .map(line -> line.substring("for tomorrow: ".length()))
                .toList();
    }

    private List<String> batch(Path titles, String limit) throws Exception {
        return run(() -> BudgetedBatch.main(
                new String[] {titles.toString(), folder.resolve("store").toString(), limit}));
    }

    @FunctionalInterface
    private interface Program {
        void main() throws Exception;
    }

    private List<String> run(Program program) throws Exception {
        OmdbClientBuilder builder = spy(OmdbClient.builder().apiKey("test-key").baseUrl(simulator.url()));
        doReturn(builder).when(builder).apiKeyFromEnv();
        return run(program, builder);
    }

    private static List<String> run(Program program, OmdbClientBuilder builder) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (MockedStatic<OmdbClient> clients = mockStatic(OmdbClient.class, CALLS_REAL_METHODS);
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            clients.when(OmdbClient::builder).thenReturn(builder);
            System.setOut(out);
            program.main();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
