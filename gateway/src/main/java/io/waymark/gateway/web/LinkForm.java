package io.waymark.gateway.web;

import com.google.protobuf.Timestamp;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.MailLink;
import io.waymark.proto.type.v1.LocalizedText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.web.util.HtmlUtils;

/** Writes the page behind a mail's link. */
final class LinkForm {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final ZoneId ZONE =
      ZoneId.of(System.getenv().getOrDefault("WAYMARK_ZONE", "Asia/Shanghai"));

  private LinkForm() {}

  /**
   * The page.
   *
   * @param fault what is missing; empty if nothing is
   */
  static String page(MailLink link, LinkWords words, String fault, String comment, String by) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(title(link, words)).append("</h1>");
    subject(link, words, body);
    switch (link.getState()) {
      case MAIL_LINK_STATE_READY -> form(link, words, fault, comment, by, body);
      case MAIL_LINK_STATE_USED -> note(words.used() + minute(link.getUsedAt()), "done", body);
      case MAIL_LINK_STATE_EXPIRED -> note(words.expired(), "late", body);
      case MAIL_LINK_STATE_OVER -> note(words.over(), "done", body);
      default -> note(words.unknown(), "late", body);
    }
    return document(words, title(link, words), body.toString());
  }

  /** The alert went over while the page was open. */
  static String over() {
    return both(LinkWords.of("zh").over(), LinkWords.of("en").over());
  }

  /** The alerting service does not answer. */
  static String away() {
    return both(
        "暂时无法办理，请稍后再试；链接仍然有效。",
        "This cannot be done just now; the link stays valid, please try again.");
  }

  private static String both(String zh, String en) {
    StringBuilder body = new StringBuilder();
    note(zh, "late", body);
    note(en, "late", body);
    return document(LinkWords.of("zh"), "Waymark", body.toString());
  }

  private static String title(MailLink link, LinkWords words) {
    return switch (link.getAction()) {
      case MAIL_LINK_ACTION_ACKNOWLEDGE -> words.acknowledge();
      case MAIL_LINK_ACTION_PLAN -> words.plan();
      case MAIL_LINK_ACTION_UNSUBSCRIBE -> words.unsubscribe();
      default -> "Waymark";
    };
  }

  private static void subject(MailLink link, LinkWords words, StringBuilder body) {
    if (!link.hasAlert()) {
      return;
    }
    Alert alert = link.getAlert();
    if (alert.getSimulated()) {
      note(words.simulated(), "simulated", body);
    }
    body.append("<h2>").append(text(alert.getSubjectName(), words)).append("</h2>");
    body.append("<p>").append(text(alert.getSentence(), words)).append("</p>");
  }

  private static void form(
      MailLink link, LinkWords words, String fault, String comment, String by, StringBuilder body) {
    boolean plan = title(link, words).equals(words.plan());
    boolean asks = link.hasAlert();
    note(
        plan ? words.askPlan() : asks ? words.askAcknowledge() : words.askUnsubscribe(),
        "ask",
        body);
    if (!fault.isEmpty()) {
      note(fault, "late", body);
    }
    body.append("<form method=\"post\" accept-charset=\"utf-8\">");
    if (asks) {
      body.append("<label for=\"comment\">")
          .append(plan ? words.measures() : words.comment())
          .append("</label><textarea id=\"comment\" name=\"comment\" rows=\"5\" maxlength=\"2000\"")
          .append(plan ? " required" : "")
          .append('>')
          .append(HtmlUtils.htmlEscape(comment))
          .append("</textarea>");
    }
    if (plan) {
      body.append("<label for=\"by\">")
          .append(words.by())
          .append("</label><input id=\"by\" name=\"by\" type=\"date\" required value=\"")
          .append(HtmlUtils.htmlEscape(by))
          .append("\">");
    }
    body.append("<button type=\"submit\">").append(words.confirm()).append("</button></form>");
    body.append("<p class=\"small\">")
        .append(words.as())
        .append(" ")
        .append(HtmlUtils.htmlEscape(link.getRecipient()))
        .append(" · ")
        .append(words.until())
        .append(" ")
        .append(minute(link.getExpires()))
        .append("</p>");
  }

  private static void note(String said, String kind, StringBuilder body) {
    body.append("<p class=\"").append(kind).append("\">").append(said).append("</p>");
  }

  private static String text(LocalizedText text, LinkWords words) {
    boolean english = words.language().equals("en") && !text.getEn().isEmpty();
    return HtmlUtils.htmlEscape(english || text.getZh().isEmpty() ? text.getEn() : text.getZh());
  }

  private static String minute(Timestamp at) {
    return MINUTE.format(Instant.ofEpochSecond(at.getSeconds()).atZone(ZONE));
  }

  private static String document(LinkWords words, String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>%s · Waymark</title>
    <link rel="icon" href="/board/icon.svg">
    <link rel="stylesheet" href="/board/act.css">
    </head>
    <body><main>%s</main></body>
    </html>
    """
        .formatted(words.language(), title, body);
  }
}
