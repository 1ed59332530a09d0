package io.waymark.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the documents say is there is there. */
class DocumentsTest {
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern PROPERTY =
      Pattern.compile("\\$\\{(WAYMARK_[A-Z_]+)|\"(WAYMARK_[A-Z_]+)\"");

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Repository.text(document));
      while (link.find()) {
        Path target = document.resolveSibling(link.group(1)).normalize();
        String anchor = link.group(2);
        if (!target.toFile().exists() || (anchor != null && !anchors(target).contains(anchor))) {
          broken.add(Repository.ROOT.relativize(document) + " -> " + link.group());
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everySettingThatTheCodeReadsIsInTheReadme() {
    Set<String> read = new TreeSet<>();
    for (String folder : List.of("services", "gateway", "deploy/standalone")) {
      for (Path file : sources(Repository.ROOT.resolve(folder))) {
        Matcher name = PROPERTY.matcher(Repository.text(file));
        while (name.find()) {
          read.add(name.group(1) == null ? name.group(2) : name.group(1));
        }
      }
    }

    assertThat(read).isNotEmpty().isSubsetOf(Settings.documented());
  }

  private static List<Path> sources(Path folder) {
    List<Path> found = new ArrayList<>();
    for (String suffix : List.of(".java", ".yml", ".yaml", ".properties", ".xml")) {
      found.addAll(Repository.files(folder, suffix));
    }
    found.removeIf(file -> !file.toString().contains("/src/main/"));
    return found;
  }

  private static List<Path> documents() {
    List<Path> found = new ArrayList<>(Repository.files(Repository.ROOT, ".md"));
    found.removeIf(file ->
        StreamSupport.stream(Repository.ROOT.relativize(file).spliterator(), false)
            .map(Path::toString)
            .anyMatch(Set.of("target", "node_modules", ".tools", ".waymark")::contains));
    return found;
  }

  /** The anchors of a document as its readers' tools make them from headings. */
  private static Set<String> anchors(Path document) {
    Set<String> found = new TreeSet<>();
    Matcher heading = HEADING.matcher(Repository.text(document));
    while (heading.find()) {
      String plain = heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
      found.add(plain.strip().replace(' ', '-'));
    }
    return found;
  }
}
