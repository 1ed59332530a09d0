package io.waymark.alerting.domain;

import io.waymark.alerting.ladders.RulesReader;
import java.time.ZoneId;

/** The rules that ship, in Wuhan. */
public final class TestRules {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final Rules SHIPPED = RulesReader.shipped(ZONE);

  private TestRules() {}
}
