package io.github.ratingsstream.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ratingsstream.omdb.OmdbClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.junit.jupiter.api.Test;

/** The README's code is this code. */
class ReadmeTest {

    @Test
    void readmeShowsTheExampleThatIsCompiledHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/github/ratingsstream/core/ReadmeTest.java"));
        String example = source.split("// begin job\n")[1].split("(?m)^ *// end job")[0];

        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
    }

    /** Compiled only: it would ask the real OMDb. */
    static JavaDStream<LookupResult> job(JavaDStream<String> lines) {
        // begin job
        RatingLookup omdb = OmdbLookup.perExecutor(OmdbClient::fromEnv);
        JavaDStream<LookupResult> results = LookUpTitles.with(omdb).in(lines);
        // end job
        return results;
    }
}
