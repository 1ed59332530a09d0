package io.waymark.charts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesSchemaTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kafka: {bootstrap: kafka}                                 | bootstrap
          smtp: {tls: maybe}                                        | tls
          smtp: {from: nobody}                                      | from
          smtp: {port: 70000}                                       | port
          database: {pasword: secret}                               | pasword
          database: {names: {registry: 'Registry-DB'}}              | registry
          services: {reporting: {replicas: 1}}                      | reporting
          services: {registry: {replicas: -1}}                      | replicas
          services: {registry: {env: {lower: x}}}                   | lower
          boardUrl: plan.city.example                               | boardUrl
          logFormat: xml                                            | logFormat
          podSecurityContext: {runAsNonRoot: false}                 | runAsNonRoot
          securityContext: {readOnlyRootFilesystem: false}          | readOnlyRootFilesystem
          """)
  void aValueThatCannotWorkIsRefusedByName(String value, String named) throws IOException {
    Path values = Files.writeString(folder.resolve("values.yaml"), value);

    assertThatThrownBy(() -> RenderedChart.of(values))
        .hasMessageContaining("schema")
        .hasMessageContaining(named);
  }
}
