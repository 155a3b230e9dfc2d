package io.github.ratingsstream.app.kit;

import io.github.ratingsstream.app.LauncherRuns;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jobs that end before Spark begins, one after another in one JVM: a process for each would show nothing more. */
public final class OneJvm {

    private OneJvm() {}

    /** How a job ended, and what it printed. */
    public record Run(int exitCode, List<String> stdout, List<String> stderr) {}

    public static List<Run> of(List<Submission.Builder> jobs, Path folder) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Submission.Builder job : jobs) {
            job.settings().forEach(setting -> lines.add(LauncherRuns.SETTING + setting));
            job.options().forEach(option -> lines.add(LauncherRuns.OPTION + option));
            lines.add(LauncherRuns.RUN);
        }
        Path file = Files.write(folder.resolve("jobs"), lines);
        String classPath = String.join(
                File.pathSeparator,
                SparkHome.path().resolve("jars") + "/*",
                System.getProperty("app.jar"),
                ClassJar.of(LauncherRuns.class, folder));
        List<String> arguments = List.of("-cp", classPath, LauncherRuns.class.getName(), file.toString());
        try (ChildProcess process =
                ChildProcess.java(List.of(), arguments, Map.of("OMDB_API_KEY", Submission.KEY), folder)) {
            process.exitCode();
            return runs(
                    process.stdout().lines().toList(), process.stderr().lines().toList());
        }
    }

    private static List<Run> runs(List<String> stdout, List<String> stderr) {
        List<List<String>> out = parts(stdout);
        List<List<String>> err = parts(stderr);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < out.size(); i++) {
            List<String> said = err.get(i);
            int exitCode = Integer.parseInt(said.get(said.size() - 1).substring(LauncherRuns.ENDED.length()));
            runs.add(new Run(exitCode, withoutLast(out.get(i)), withoutLast(said)));
        }
        return runs;
    }

    /** Each with the line that ends it. */
    private static List<List<String>> parts(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(LauncherRuns.ENDED)) {
                parts.add(lines.subList(start, i + 1));
                start = i + 1;
            }
        }
        return parts;
    }

    private static List<String> withoutLast(List<String> lines) {
        return lines.subList(0, lines.size() - 1);
    }
}
