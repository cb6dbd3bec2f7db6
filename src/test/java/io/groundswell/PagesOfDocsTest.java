package io.groundswell;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages for people name is there. */
class PagesOfDocsTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern PACKAGE = Pattern.compile("\\[(\\w+)]\\(\\.\\./src/main/java/io/groundswell/\\1\\)");
    private static final Pattern BLOCK = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void every_link_leads_somewhere() throws IOException {
        var dead = new ArrayList<String>();
        var followed = 0;
        for (var page : pages()) {
            var link = LINK.matcher(BLOCK.matcher(read(page)).replaceAll(""));
            for (; link.find(); followed++) {
                var target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                var exists = Files.exists(target);
                if (!exists || link.group(2) != null && !anchors(target).contains(link.group(2))) {
                    dead.add(page + " -> " + link.group());
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(followed).isGreaterThan(100);
    }

    @Test
    void the_security_model_names_tests_that_exist() throws IOException {
        var page = read(Path.of("docs/security-model.md"));
        var named = TEST.matcher(page).results().toList();
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(test -> {
            var files = files("src/test/java", test.group(1) + ".java");
            assertThat(files).as(test.group()).hasSize(1);
            assertThat(read(files.get(0)))
                    .contains(test.group(2) == null ? test.group(1) : "void " + test.group(2) + "(");
        });
    }

    @Test
    void the_architecture_lists_every_package() throws IOException {
        var listed = PACKAGE.matcher(read(Path.of("docs/architecture.md")))
                .results()
                .map(link -> link.group(1))
                .collect(toSet());
        try (var folders = Files.list(Path.of("src/main/java/io/groundswell"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    private static List<Path> pages() throws IOException {
        try (var here = Files.list(Path.of(""));
                var docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(here, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<Path> files(String folder, String name) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.endsWith(name)).toList();
        }
    }

    /** As sites that show Markdown make them of headings. */
    private static Set<String> anchors(Path page) {
        return read(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1"))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                .collect(toSet());
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
