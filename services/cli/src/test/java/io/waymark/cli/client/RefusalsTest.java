package io.waymark.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.text.Language;
import io.waymark.cli.text.Words;
import io.waymark.proto.registry.v1.Refusal;
import io.waymark.refusals.Refused;
import io.waymark.refusals.wire.Told;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final Refusal REFUSAL =
      Refusal.newBuilder()
          .setStatus("PERMISSION_DENIED")
          .setReason(Refused.PROJECT_NOT_YOURS.name())
          .setMessage("in English only")
          .putAllMetadata(Refused.PROJECT_NOT_YOURS.with("pump", "water").metadata())
          .build();

  @Test
  void aRefusedItemOfAStreamIsSaidInTheReadersLanguageWithWhatWasSent() {
    assertThat(in(Language.ZH).lines(Told.of(REFUSAL), "report|k"))
        .containsExactly("项目 pump（应为：单位 water 牵头或协办的项目，并由填报人填报）（所报：report|k）");
    assertThat(in(Language.EN).lines(Told.of(REFUSAL), "report|k"))
        .containsExactly(
            "project pump (expected: a project that bureau water leads or supports, reported by a reporter) (sent: report|k)");
  }

  private static Refusals in(Language language) {
    return new Refusals(Words.in(language), new ServerAddress("localhost", 9090));
  }
}
