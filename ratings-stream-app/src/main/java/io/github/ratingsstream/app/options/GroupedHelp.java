package io.github.ratingsstream.app.options;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/** The list of options in {@code --help}, in groups by what they are for. */
final class GroupedHelp implements IHelpSectionRenderer {

    /** The groups in their order. */
    enum Group {
        IN("Titles in", "host", "port", "watch", "max-line-length"),
        OMDB(
                "OMDb",
                "api-key-file",
                "omdb-url",
                "type",
                "concurrency",
                "timeout",
                "attempt-timeout",
                "retries",
                "offline"),
        CALLS("Fewer calls", "daily-limit", "cache-ttl", "miss-ttl", "cache-size", "store"),
        OUT("Ratings out", "show", "format", "output"),
        JOB("The job", "batch-interval", "checkpoint", "demo", "completion", "help", "version");

        private final String title;
        private final List<String> names;

        Group(String title, String... names) {
            this.title = title;
            this.names = List.of(names);
        }

        List<String> names() {
            return names;
        }
    }

    @Override
    public String render(Help help) {
        return Arrays.stream(Group.values()).map(group -> render(group, help)).collect(Collectors.joining("\n"));
    }

    private static String render(Group group, Help help) {
        List<OptionSpec> options = group.names.stream()
                .map(name -> help.commandSpec().findOption("--" + name))
                .toList();
        Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
        layout.addOptions(options, help.createDefaultParamLabelRenderer());
        return group.title + ":\n" + layout;
    }
}
