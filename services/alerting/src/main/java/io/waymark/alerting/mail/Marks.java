package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.mail.Letter.Mark;

/** How a light looks: never by colour alone. */
final class Marks {
  private Marks() {}

  static Mark of(Light light, Language language) {
    boolean zh = language == Language.ZH;
    return switch (light) {
      case AHEAD -> new Mark("▲", zh ? "超前" : "Ahead", "#0550ae", "#54aeff");
      case ON_TRACK -> new Mark("●", zh ? "正常" : "On track", "#116329", "#4ac26b");
      case AT_RISK -> new Mark("◆", zh ? "预警" : "At risk", "#7d4e00", "#eac54f");
      case OFF_TRACK -> new Mark("■", zh ? "滞后" : "Off track", "#a40e26", "#ff8182");
      case UNKNOWN -> new Mark("○", zh ? "待报" : "Awaiting data", "#57606a", "#d0d7de");
      case SUSPENDED -> new Mark("‖", zh ? "停工" : "Suspended", "#57606a", "#d0d7de");
    };
  }
}
