package io.waymark.alerting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import java.net.URI;
import java.net.URLEncoder;

/** Links to the web board. */
final class Board {
  private final String base;

  /**
   * Creates links below an address.
   *
   * @param base for example "http://localhost:8080"
   */
  Board(String base) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  String link(SubjectKey subject) {
    String page = subject.kind() == SubjectKind.TARGET ? "target" : "project";
    return base
        + "/#/"
        + page
        + "/"
        + encoded(subject.planId())
        + "/"
        + encoded(subject.subjectId());
  }

  /** Where a signed link leads. */
  String act(String signed) {
    return base + "/act/" + signed;
  }

  /** Where a bureau sees all its alerts. */
  String alerts(String bureauId) {
    return base + "/alerts?bureau=" + encoded(bureauId);
  }

  /** The board's host, which also names the domain of Message-IDs. */
  String host() {
    String host = URI.create(base).getHost();
    return host == null ? "localhost" : host;
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, UTF_8).replace("+", "%20");
  }
}
