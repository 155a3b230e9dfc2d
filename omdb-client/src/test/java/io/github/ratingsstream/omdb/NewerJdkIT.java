package io.github.ratingsstream.omdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ratingsstream.omdb.kit.Child;
import io.github.ratingsstream.omdb.kit.InstalledJdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests once more, on the newest JDK there is on this machine; those tagged slow are left out. */
@Tag("full")
class NewerJdkIT {

    private static final int LONG_TERM_SUPPORT_AFTER_17 = 21;

    @TempDir
    private Path folder;

    @Test
    void testsPassOnANewerJdk() throws Exception {
        Optional<InstalledJdk> jdk =
                InstalledJdk.newest().filter(newest -> newest.version() >= LONG_TERM_SUPPORT_AFTER_17);
        assumeTrue(jdk.isPresent(), "skipped: no JDK 21 or newer beside the one in use, nor in a JAVA_HOME_… variable");
        assumeTrue(jdk.get().version() > Runtime.version().feature(), "skipped: the build runs on the newest JDK");

        Child tests = Child.run(
                folder.resolve("output.txt"),
                List.of(
                        jdk.get().java().toString(),
                        "-XX:+EnableDynamicAgentLoading",
                        "-Xshare:off",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-banner",
                        "--details=summary",
                        "--scan-class-path=" + Path.of("target", "test-classes"),
                        "--exclude-tag=slow",
                        "--exclude-tag=kryo-4",
                        "--include-classname=.*Test"));

        assertThat(tests.exitCode()).as(tests.output()).isZero();
        assertThat(count("tests successful", tests)).as(tests.output()).isGreaterThan(100);
        assertThat(count("tests failed", tests)).isZero();
        assertThat(tests.output()).doesNotContain("WARNING");
    }

    private static int count(String what, Child tests) {
        Matcher line = Pattern.compile("\\[ *(\\d+) " + what).matcher(tests.output());
        assertThat(line.find()).as(tests.output()).isTrue();
        return Integer.parseInt(line.group(1));
    }
}
