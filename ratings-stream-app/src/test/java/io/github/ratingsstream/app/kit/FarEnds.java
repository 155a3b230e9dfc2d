package io.github.ratingsstream.app.kit;

import io.github.ratingsstream.omdb.simulator.OmdbSimulator;
import io.github.ratingsstream.omdb.simulator.OmdbSimulatorBuilder;
import io.github.ratingsstream.omdb.simulator.SimulatedTitle;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Both far ends of a job, in the test's hands: where titles come from, and who knows their ratings. */
public final class FarEnds implements BeforeEachCallback, AfterEachCallback {

    private final UnaryOperator<OmdbSimulatorBuilder> settings;
    private OmdbSimulator omdb;
    private TitleServer titles;

    public FarEnds(UnaryOperator<OmdbSimulatorBuilder> settings) {
        this.settings = settings;
    }

    /** An OMDb that takes one key and knows some titles with the characters that hurt. */
    public static FarEnds usual() {
        return new FarEnds(omdb -> omdb.apiKey(Submission.KEY)
                .title(SimulatedTitle.of("tt1375666", "Inception", "2010", "8.8")
                        .with("imdbVotes", "2,757,709"))
                .title(SimulatedTitle.of("tt1013752", "Fast & Furious", "2009", "6.6"))
                .title(SimulatedTitle.of("tt0211915", "Amélie", "2001", "8.3"))
                .title(SimulatedTitle.of("tt10620868", "#Alive", "2020", "6.3"))
                .title(SimulatedTitle.of("tt0108052", "Schindler's List", "1993", "9.0"))
                .title(SimulatedTitle.of("tt9000001", "The \"Best\" Man", "1999", "6.7"))
                .title(SimulatedTitle.of("tt8774798", "100% Wolf", "2020", "5.7"))
                .title(SimulatedTitle.of("tt0245429", "千と千尋の神隠し", "2001", "8.6"))
                .title(SimulatedTitle.of("tt1160419", "Dune", "2021", "8.0"))
                .title(SimulatedTitle.of("tt0133093", "The Matrix", "1999", "8.7"))
                .title(SimulatedTitle.of("tt0903747", "Breaking Bad", "2008–2013", "9.5")
                        .with("Type", "series"))
                .title(SimulatedTitle.of("tt9000002", "Unseen", "2026", "N/A")));
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
