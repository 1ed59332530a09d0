package io.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern ROW = Pattern.compile("\\| `(WAYMARK_\\w+_PORT)` \\| (\\d+) \\|.*");

  @Test
  void theTableOfPortsIsWhatTheLauncherReads() throws IOException {
    var told = new LinkedHashMap<String, Integer>();
    Files.readAllLines(Path.of("README.md")).stream()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(row -> told.put(row.group(1), Integer.parseInt(row.group(2))));
    var read = new LinkedHashMap<String, Integer>();
    Stream.of(Port.values()).forEach(port -> read.put(port.setting(), port.usual()));
    assertThat(told).containsExactlyEntriesOf(read);
  }
}
