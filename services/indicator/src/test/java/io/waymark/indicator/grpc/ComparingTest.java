package io.waymark.indicator.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.indicator.postgres.Queries;
import io.waymark.proto.indicator.v1.CompareRulebooksRequest;
import io.waymark.refusals.Expected;
import io.waymark.rulebooks.Rulebooks;
import java.time.LocalDate;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class ComparingTest {
  private static void refused(CompareRulebooksRequest request, Violation... violations) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() ->
            Comparing.compare(
                request,
                Rulebooks.shipped(),
                new Queries(DSL.using(SQLDialect.POSTGRES)),
                LocalDate.EPOCH))
        .satisfies(failure -> assertThat(failure.violations()).containsExactly(violations));
  }

  @Test
  void everyViolationIsNamedBeforeAnythingIsJudged() {
    refused(
        CompareRulebooksRequest.newBuilder()
            .setPlanId("wuhan-15")
            .setAsOf("June")
            .addRulebooks("atlantis")
            .build(),
        new Violation("as_of", "June", Expected.DATE.with("1949-01-01", "2100-12-31")),
        new Violation(
            "rulebooks[0]",
            "atlantis",
            Expected.ONE_OF.with("waymark, wuhan, yinchuan, ouhai, rpmc, niti, opensdg, escap")),
        new Violation("rulebooks", "1", Expected.ITEMS_OR_NONE.with(2, 20)));
  }
}
