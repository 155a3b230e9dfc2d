package io.github.ratingsstream.core.source.files;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.ratingsstream.core.io.HadoopFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Remembers across restarts: each batch with lines has a file, written before the batch is handed out, because Spark's
 * own checkpoint lags behind. Now and then the files of older batches are merged into one.
 */
final class TakenInFolder implements TakenFiles {

    private static final String BATCH = "batch-";
    private static final String ALL = "all-";
    private static final Gson GSON = new Gson();

    private final Path folder;
    private final TakenInMemory memory = new TakenInMemory();
    private int batchFiles;

    private TakenInFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads the records that are there. */
    static TakenInFolder open(Path folder) throws IOException {
        TakenInFolder taken = new TakenInFolder(folder);
        HadoopFiles.at(folder).mkdirs(folder);
        TreeMap<Long, Path> all = taken.files(ALL);
        if (!all.isEmpty()) {
            taken.memory.know(taken.read(all.lastEntry().getValue()));
        }
        TreeMap<Long, Path> batches = taken.files(BATCH);
        for (long batch : batches.keySet()) {
            taken.memory.take(batch, taken.read(batches.get(batch)));
        }
        taken.batchFiles = batches.size();
        return taken;
    }

    @Override
    public Optional<List<FileStretch>> of(long batchMillis) {
        return memory.of(batchMillis);
    }

    @Override
    public Optional<FileStretch> lastOf(String name) {
        return memory.lastOf(name);
    }

    @Override
    public Set<String> unfinished() {
        return memory.unfinished();
    }

    @Override
    public void take(long batchMillis, List<FileStretch> stretches) throws IOException {
        write(BATCH + batchMillis, stretches);
        memory.take(batchMillis, stretches);
        batchFiles++;
        if (batchFiles >= 2 * TakenInMemory.BATCHES) {
            compact(batchMillis);
        }
    }

    private void compact(long batchMillis) throws IOException {
        write(ALL + batchMillis, memory.all());
        FileSystem files = HadoopFiles.at(folder);
        for (Path older : files(ALL).headMap(batchMillis).values()) {
            files.delete(older, false);
        }
        List<Path> batches = new ArrayList<>(files(BATCH).values());
        for (Path older : batches.subList(0, batches.size() - TakenInMemory.BATCHES)) {
            files.delete(older, false);
        }
        batchFiles = TakenInMemory.BATCHES;
    }

    private TreeMap<Long, Path> files(String prefix) throws IOException {
        return HadoopFiles.byBatch(folder, Pattern.compile(prefix + "(\\d+)"));
    }

    private List<FileStretch> read(Path file) throws IOException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(HadoopFiles.at(file).open(file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> GSON.fromJson(line, FileStretch.class))
                    .toList();
        } catch (JsonParseException | UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** The file appears complete, by a rename. */
    private void write(String name, Collection<FileStretch> stretches) throws IOException {
        Path unfinished = new Path(folder, "_" + name);
        try (Writer out = HadoopFiles.writer(unfinished)) {
            for (FileStretch stretch : stretches) {
                out.write(GSON.toJson(stretch) + "\n");
            }
        }
        HadoopFiles.rename(unfinished, new Path(folder, name));
    }
}
