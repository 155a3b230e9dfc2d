package io.github.ratingsstream.rooms;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The module whose tests run: its main classes, and the sources they come from. */
final class Module {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final JavaClasses CLASSES = imported();

    private Module() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** Of other classes, their names are enough. */
    private static JavaClasses imported() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    static Set<String> packages() {
        return CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(toCollection(TreeSet::new));
    }

    static List<Arrow> arrows() {
        return CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(Arrow::isOne)
                .map(Arrow::of)
                .toList();
    }

    static Path folder(Room room) {
        return SOURCES.resolve(room.packageName().replace('.', '/'));
    }

    static List<Path> sources(Room room) {
        try (Stream<Path> files = Files.list(folder(room))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
