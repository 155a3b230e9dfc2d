package io.github.ratingsstream.core.output;

import io.github.ratingsstream.core.io.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A batch's folder before its rename, with what all attempts have left in it. Used by the driver. */
final class UnfinishedBatch {

    private final Path folder;

    UnfinishedBatch(Path folder) {
        this.folder = folder;
    }

    /** Names the parts in the order given, and deletes the files of attempts that are not among them. */
    void complete(List<WrittenPart> parts) throws IOException {
        Map<String, Long> listed = list();
        check(parts, listed);
        int index = 0;
        for (WrittenPart part : parts) {
            String name = String.format(Locale.ROOT, "part-%05d", index++);
            HadoopFiles.rename(new Path(folder, part.file()), new Path(folder, name));
            listed.remove(part.file());
        }
        FileSystem files = HadoopFiles.at(folder);
        for (String lost : listed.keySet()) {
            files.delete(new Path(folder, lost), false);
        }
    }

    private Map<String, Long> list() throws IOException {
        Map<String, Long> bytes = new HashMap<>();
        try {
            for (FileStatus file : HadoopFiles.at(folder).listStatus(folder)) {
                bytes.put(file.getPath().getName(), file.getLen());
            }
        } catch (FileNotFoundException e) {
            // No task has made it where the driver looks.
            return bytes;
        }
        return bytes;
    }

    /** A task's disk may be another than the driver's of the same name. */
    private void check(List<WrittenPart> parts, Map<String, Long> listed) throws IOException {
        long all = parts.stream().mapToLong(WrittenPart::records).sum();
        long missing = parts.stream()
                .filter(part -> !Long.valueOf(part.bytes()).equals(listed.get(part.file())))
                .mapToLong(WrittenPart::records)
                .sum();
        if (missing > 0) {
            throw new IOException(missing + " of " + all + " records are not in " + folder.getParent()
                    + " as the driver's machine sees it; if that is a disk of each machine's own,"
                    + " give a folder that all of them share");
        }
    }
}
