package io.github.ratingsstream.core.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The files of a folder, by name. Names on a machine's own disk are UTF-8 whatever the locale: Hadoop's local file
 * system can't open a name that the JVM's locale can't spell, and takes every error for a file that is gone.
 */
public final class FolderFiles {

    private FolderFiles() {}

    /**
     * What is in a folder.
     *
     * @param folder the folder, with its file system
     * @return its files and folders, in no order
     * @throws IOException if it can't be listed
     */
    public static List<FileStatus> list(Path folder) throws IOException {
        FileSystem files = HadoopFiles.at(folder);
        return files instanceof RawLocalFileSystem ? listLocal(folder) : List.of(files.listStatus(folder));
    }

    /**
     * Opens a file.
     *
     * @param folder its folder
     * @param name its name, as {@link #list} gave it
     * @param from the number of its bytes to leave out
     * @return its other bytes, to be closed
     * @throws FileNotFoundException if it is gone
     * @throws IOException if it is there, and can't be read
     */
    public static InputStream open(Path folder, String name, long from) throws IOException {
        FileSystem files = HadoopFiles.at(folder);
        if (files instanceof RawLocalFileSystem) {
            return openLocal(local(folder, name), from);
        }
        Path file = child(folder, name);
        FSDataInputStream in = openThere(files, file);
        try {
            in.seek(from);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Whether this process may read a file. Of file systems that are not local only trying tells.
     *
     * @param folder its folder
     * @param name its name, as {@link #list} gave it
     * @return false if the file is on a local disk and this process may not read it
     * @throws IOException if its file system can't be reached
     */
    public static boolean mayRead(Path folder, String name) throws IOException {
        return !(HadoopFiles.at(folder) instanceof RawLocalFileSystem) || Files.isReadable(local(folder, name));
    }

    /**
     * Whether this JVM can spell a path as it was meant. In the locale C it reads letters beyond ASCII as {@code ?}.
     *
     * @param path a path as it was given
     * @param locale the charset of the JVM's file names, {@code sun.jnu.encoding}
     * @return false if a letter is lost; a URL may have a {@code ?} of its own
     */
    public static boolean canSpell(String path, Charset locale) {
        boolean questionable = locale.equals(StandardCharsets.US_ASCII) && !path.contains(":") && path.contains("?");
        return !questionable
                && path.indexOf('\uFFFD') < 0
                && locale.newEncoder().canEncode(path);
    }

    private static FSDataInputStream openThere(FileSystem files, Path file) throws IOException {
        try {
            return files.open(file);
        } catch (FileNotFoundException e) {
            if (files.exists(file)) {
                throw new IOException(e);
            }
            throw e;
        }
    }

    private static InputStream openLocal(java.nio.file.Path file, long from) throws IOException {
        SeekableByteChannel channel;
        try {
            channel = Files.newByteChannel(file);
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException(e.getMessage());
        }
        return Channels.newInputStream(channel.position(from));
    }

    private static List<FileStatus> listLocal(Path folder) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        try (DirectoryStream<java.nio.file.Path> entries = Files.newDirectoryStream(local(folder))) {
            for (java.nio.file.Path entry : entries) {
                try {
                    BasicFileAttributes is = Files.readAttributes(entry, BasicFileAttributes.class);
                    long modified = is.lastModifiedTime().toMillis();
                    files.add(new FileStatus(is.size(), is.isDirectory(), 1, 0, modified, child(folder, name(entry))));
                } catch (NoSuchFileException goneMeanwhile) {
                    continue;
                }
            }
        }
        return files;
    }

    /** A bare name would be split at a colon. */
    private static Path child(Path folder, String name) {
        return new Path(folder, new Path(null, null, name));
    }

    private static java.nio.file.Path local(Path folder) {
        return java.nio.file.Path.of(folder.toUri().getPath());
    }

    /** By way of a URI, the only form in which Java takes a name's bytes. */
    private static java.nio.file.Path local(Path folder, String name) {
        StringBuilder uri = new StringBuilder(local(folder).toUri().toString().replaceFirst("/?$", "/"));
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            uri.append(String.format(Locale.ROOT, "%%%02X", one));
        }
        return java.nio.file.Path.of(URI.create(uri.toString()));
    }

    /** The name's bytes as UTF-8; if they are not, as the locale spells them. */
    private static String name(java.nio.file.Path file) {
        String spelt = file.getFileName().toString();
        if (spelt.chars().allMatch(one -> one < 128)) {
            return spelt;
        }
        String escaped = file.toUri().getRawPath().replaceFirst("/$", "");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes(escaped.substring(escaped.lastIndexOf('/') + 1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return spelt;
        }
    }

    private static ByteBuffer bytes(String escaped) {
        ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            boolean hex = escaped.charAt(i) == '%';
            bytes.put((byte) (hex ? Integer.parseInt(escaped.substring(i + 1, i + 3), 16) : escaped.charAt(i)));
            i += hex ? 2 : 0;
        }
        return bytes.flip();
    }
}
