package com.nowinfinity.xpm.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** The jar with {@link EndWithParent} that stands first on a child's class path, and main classes of other jars. */
public final class Launcher {

    private Launcher() {}

    /** Writes the jar into the folder; a child that reads an older copy is not disturbed. */
    public static Path writeTo(Path folder) {
        var entry = EndWithParent.class.getName().replace('.', '/') + ".class";
        var jar = folder.resolve("launcher.jar");
        try (var code = EndWithParent.class.getClassLoader().getResourceAsStream(entry)) {
            if (code == null) {
                throw new IllegalStateException("No code of " + entry);
            }
            Files.createDirectories(folder);
            var written = Files.createTempFile(folder, "launcher", ".jar");
            try (var out = new JarOutputStream(Files.newOutputStream(written))) {
                var put = new JarEntry(entry);
                put.setTime(0);
                out.putNextEntry(put);
                code.transferTo(out);
            }
            return Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher cannot be written to " + folder, e);
        }
    }

    /** What {@code java -jar} would start. */
    public static String mainClassOf(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var name = manifest == null ? null : manifest.getMainAttributes().getValue("Main-Class");
            if (name == null) {
                throw new IllegalStateException("%s has no main class".formatted(jar));
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(jar), e);
        }
    }
}
