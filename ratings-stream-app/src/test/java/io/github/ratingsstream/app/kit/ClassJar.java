package io.github.ratingsstream.app.kit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A user's jar for a job: one class of the tests, with those nested in it, and none of the others. */
public final class ClassJar {

    private ClassJar() {}

    public static String of(Class<?> type, Path folder) throws IOException, URISyntaxException {
        Path jar = folder.resolve(type.getSimpleName() + ".jar");
        Path root =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path classes = root.resolve(type.getPackageName().replace('.', '/'));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.filter(file -> holds(file, type)).toList()) {
                out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar.toString();
    }

    private static boolean holds(Path file, Class<?> type) {
        return file.getFileName().toString().matches(type.getSimpleName() + "(\\$.*)?\\.class");
    }
}
