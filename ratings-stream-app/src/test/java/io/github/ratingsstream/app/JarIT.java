package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the jar that people run. */
class JarIT {

    @Test
    void everyBundledPackageIsOursOrRelocated() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("app.jar"))) {
            List<String> classes = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .toList();

            assertThat(classes).hasSizeGreaterThan(500).allMatch(name -> name.startsWith("io/github/ratingsstream/"));
            assertThat(classes).noneMatch(name -> name.contains("org/apache/spark") || name.contains("scala/"));
        }
    }

    @Test
    void manifestNamesTheMainClass() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("app.jar"))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("io.github.ratingsstream.app.MovieRatingsStream");
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
        }
    }
}
