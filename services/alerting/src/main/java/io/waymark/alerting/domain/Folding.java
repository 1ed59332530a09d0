package io.waymark.alerting.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one notice of all that waited about the same subject. */
final class Folding {
  private static final List<NoticeKind> GRAVEST =
      List.of(
          NoticeKind.SUMMONS,
          NoticeKind.SUPERVISION,
          NoticeKind.OPENED,
          NoticeKind.ESCALATED,
          NoticeKind.SILENT,
          NoticeKind.REMINDER,
          NoticeKind.UPDATED,
          NoticeKind.RECOVERED);

  private Folding() {}

  static List<Pending> fold(List<Pending> pending) {
    Map<String, List<Pending>> bySubject = new LinkedHashMap<>();
    List<Pending> folded = new ArrayList<>();
    pending.stream()
        .sorted(Comparator.comparing(item -> item.notice().at()))
        .forEach(item -> {
          if (item.notice().kind() == NoticeKind.RESTATED) {
            folded.add(item);
          } else {
            bySubject
                .computeIfAbsent(
                    item.notice().alert().subject() + "\n" + item.address(),
                    subject -> new ArrayList<>())
                .add(item);
          }
        });
    bySubject.values().forEach(items -> one(items).ifPresent(folded::add));
    return folded;
  }

  private static Optional<Pending> one(List<Pending> items) {
    Pending last = items.getLast();
    Notice first = items.getFirst().notice();
    boolean unheard = first.before() == null;
    if (last.notice().kind() == NoticeKind.RECOVERED && unheard && items.size() > 1) {
      // Over before anybody heard of it.
      return Optional.empty();
    }
    if (items.size() == 1) {
      return Optional.of(last);
    }
    boolean same = first.alert().alertId().equals(last.notice().alert().alertId());
    NoticeKind kind =
        last.notice().kind() == NoticeKind.RECOVERED ? NoticeKind.RECOVERED : gravest(items);
    Notice notice = last.notice();
    Notice told =
        new Notice(
            kind,
            notice.alert(),
            notice.verdict(),
            same ? first.before() : notice.before(),
            notice.at(),
            first.causeEventAt(),
            first.arrivedAt(),
            null,
            null);
    String rung =
        items.stream()
            .map(Pending::rung)
            .filter(id -> !id.isEmpty())
            .reduce((one, other) -> other)
            .orElse("");
    return Optional.of(new Pending(told, rung, last.address(), last.dueAt()));
  }

  private static NoticeKind gravest(List<Pending> items) {
    return items.stream()
        .map(item -> item.notice().kind())
        .min(Comparator.comparingInt(GRAVEST::indexOf))
        .orElseThrow();
  }
}
