package io.github.ratingsstream.app;

import io.github.ratingsstream.app.terminal.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The main class of a JVM that runs the launcher again and again, and says on both streams where each run ends. */
public final class LauncherRuns {

    public static final String SETTING = "setting ";
    public static final String OPTION = "option ";
    public static final String RUN = "run";
    public static final String ENDED = "== ended with ";

    private LauncherRuns() {}

    /** Takes a file: a line for each setting and option, and one that runs the launcher with those before it. */
    public static void main(String[] args) throws Exception {
        List<String> options = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (line.startsWith(SETTING)) {
                String[] setting = line.substring(SETTING.length()).split("=", 2);
                settings.add(setting[0]);
                System.setProperty(setting[0], setting[1]);
            } else if (line.startsWith(OPTION)) {
                options.add(line.substring(OPTION.length()));
            } else {
                ExitCode code = Launcher.run(LauncherRuns::unexpected, options.toArray(String[]::new));
                String ended = ENDED + code.number();
                Console.OUT.println(ended);
                Console.ERR.println(ended);
                options.clear();
                settings.forEach(System::clearProperty);
                settings.clear();
            }
        }
    }

    private static ExitCode unexpected(JobParts parts) {
        throw new IllegalStateException("this job was to end before its stream begins");
    }
}
