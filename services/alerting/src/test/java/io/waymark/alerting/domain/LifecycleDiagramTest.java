package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LifecycleDiagramTest {
  @Test
  void theDocumentedDiagramIsTheOneThatTheCodeDraws() throws IOException {
    Path page = Path.of(System.getProperty("waymark.root", "../.."), "docs", "alert-lifecycle.md");
    assertThat(Files.readString(page))
        .as("paste this into %s:%n%s", page, LifecycleDiagram.mermaid())
        .contains("```mermaid\n" + LifecycleDiagram.mermaid() + "```");
  }
}
