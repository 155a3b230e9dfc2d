package io.github.ratingsstream.app.kit;

import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.OmdbSimulatorBuilder;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Both far ends of a job, in the test's hands: where titles come from, and who knows their ratings. */
public final class FarEnds implements BeforeEachCallback, AfterEachCallback {

    private static final List<SimulatedTitle> USUAL = List.of(
            SimulatedTitle.id("tt1375666")
                    .title("Inception")
                    .year("2010")
                    .rating("8.8")
                    .with("imdbVotes", "2,757,709"),
            SimulatedTitle.id("tt1013752").title("Fast & Furious").year("2009").rating("6.6"),
            SimulatedTitle.id("tt0211915").title("Amélie").year("2001").rating("8.3"),
            SimulatedTitle.id("tt10620868").title("#Alive").year("2020").rating("6.3"),
            SimulatedTitle.id("tt0108052")
                    .title("Schindler's List")
                    .year("1993")
                    .rating("9.0"),
            SimulatedTitle.id("tt9000001")
                    .title("The \"Best\" Man")
                    .year("1999")
                    .rating("6.7"),
            SimulatedTitle.id("tt8774798").title("100% Wolf").year("2020").rating("5.7"),
            SimulatedTitle.id("tt0245429").title("千と千尋の神隠し").year("2001").rating("8.6"),
            SimulatedTitle.id("tt1160419").title("Dune").year("2021").rating("8.0"),
            SimulatedTitle.id("tt0133093").title("The Matrix").year("1999").rating("8.7"),
            SimulatedTitle.id("tt0903747")
                    .title("Breaking Bad")
                    .year("2008–2013")
                    .rating("9.5")
                    .series(),
            SimulatedTitle.id("tt9000002").title("Unseen").year("2026"));

    private final UnaryOperator<OmdbSimulatorBuilder> settings;
    private OmdbSimulator omdb;
    private TitleServer titles;

    public FarEnds(UnaryOperator<OmdbSimulatorBuilder> settings) {
        this.settings = settings;
    }

    /** An OMDb that takes one key and knows some titles with the characters that hurt. */
    public static FarEnds usual() {
        return new FarEnds(omdb -> omdb.apiKey(Submission.KEY).titles(USUAL));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        omdb = settings.apply(OmdbSimulator.builder()).start();
        titles = new TitleServer();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        titles.close();
        omdb.close();
    }

    public OmdbSimulator omdb() {
        return omdb;
    }

    public TitleServer titles() {
        return titles;
    }

    /** A job between the two, with batches every second. */
    public Submission.Builder submission(String... more) {
        return submissionTo(omdb.url().toString()).options(more);
    }

    /** The same, with something between the job and its OMDb. */
    public Submission.Builder submissionTo(String omdbUrl) {
        return Submission.of("--host", "127.0.0.1", "--port", titles.port())
                .options("--omdb-url", omdbUrl, "--batch-interval", "1s");
    }
}
