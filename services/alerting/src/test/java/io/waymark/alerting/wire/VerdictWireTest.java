package io.waymark.alerting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.proto.indicator.v1.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictWireTest {
  @Test
  void aVerdictComesBackAsItWent() {
    for (Verdict verdict : List.of(Verdicts.rail().build(), Verdicts.line().build())) {
      assertThat(VerdictReader.read(VerdictWriter.write(verdict))).isEqualTo(verdict);
    }
  }

  @Test
  void everyLightComesBackAsItWent() {
    for (Light light : Light.values()) {
      Verdict verdict = Verdicts.rail().overall(light).build();
      assertThat(VerdictReader.read(VerdictWriter.write(verdict)).overall()).isEqualTo(light);
    }
  }

  @Test
  void aJudgementWithoutASubjectIsRefused() {
    Judgement nameless =
        VerdictWriter.write(Verdicts.rail().build()).toBuilder().clearSubjectId().build();
    assertThatThrownBy(() -> VerdictReader.read(nameless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(expected: a plan id and a subject id)");
  }
}
