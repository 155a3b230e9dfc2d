package io.github.ratingsstream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.jar.JarFile;
import javax.sql.DataSource;
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

    /** Relocated, it must still find them. */
    @Test
    void bundledH2HasItsTexts() throws Exception {
        try (URLClassLoader jar = new URLClassLoader(
                new URL[] {Path.of(System.getProperty("app.jar")).toUri().toURL()},
                ClassLoader.getPlatformClassLoader())) {
            Class<?> type = jar.loadClass("io.github.ratingsstream.shaded.org.h2.jdbcx.JdbcDataSource");
            DataSource h2 = (DataSource) type.getConstructor().newInstance();
            type.getMethod("setURL", String.class).invoke(h2, "jdbc:h2:mem:texts");

            try (Connection connection = h2.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("select * from films"))
                        .hasMessageContaining("Table \"FILMS\" not found");
            }
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
