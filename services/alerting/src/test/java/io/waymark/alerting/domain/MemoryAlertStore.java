package io.waymark.alerting.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts in memory; one thread at a time. */
public final class MemoryAlertStore implements AlertStore {
  private final Map<SubjectKey, AlertState> states = new HashMap<>();
  private final Map<String, SubjectKey> subjects = new HashMap<>();
  private final Map<String, Bureau> bureaus = new HashMap<>();
  private final List<Notice> waiting = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<OutgoingMail> mails = new ArrayList<>();

  @Override
  public Map<SubjectKey, AlertState> lock(Collection<SubjectKey> keys) {
    Map<SubjectKey, AlertState> found = new HashMap<>();
    keys.forEach(key -> found.put(key, states.getOrDefault(key, AlertState.of(key))));
    return found;
  }

  @Override
  public Optional<SubjectKey> lockAlert(String alertId) {
    return Optional.ofNullable(subjects.get(alertId));
  }

  @Override
  public Map<String, Map<String, String>> threads(Collection<String> alertIds) {
    Map<String, Map<String, String>> threads = new HashMap<>();
    for (OutgoingMail mail : mails) {
      mail.alertIds().stream()
          .filter(alertIds::contains)
          .forEach(alertId ->
              threads
                  .computeIfAbsent(alertId, alert -> new HashMap<>())
                  .putIfAbsent(mail.recipient(), mail.messageId()));
    }
    return threads;
  }

  @Override
  public Map<String, Bureau> bureaus(Collection<String> bureauIds) {
    Map<String, Bureau> found = new HashMap<>(bureaus);
    found.keySet().retainAll(bureauIds);
    return found;
  }

  @Override
  public List<Bureau> keepBureaus(Collection<Bureau> given) {
    List<Bureau> kept = new ArrayList<>();
    for (Bureau bureau : given) {
      Bureau held = bureaus.get(bureau.bureauId());
      if (held == null || held.version() < bureau.version()) {
        bureaus.put(bureau.bureauId(), bureau);
        kept.removeIf(older -> older.bureauId().equals(bureau.bureauId()));
        kept.add(bureau);
      }
    }
    return kept;
  }

  @Override
  public List<Notice> takeWaiting(Collection<String> bureauIds) {
    List<Notice> taken =
        waiting.stream()
            .filter(notice -> bureauIds.contains(notice.verdict().leadBureauId()))
            .toList();
    waiting.removeAll(taken);
    return taken;
  }

  @Override
  public void save(Changes changes) {
    changes.states().forEach(state -> states.put(state.subject(), state));
    changes.moves().forEach(move -> subjects.put(move.alert().alertId(), move.alert().subject()));
    moves.addAll(changes.moves());
    mails.addAll(changes.mails());
    waiting.addAll(changes.waiting());
  }

  /** Every transition that was saved. */
  public List<Move> moves() {
    return List.copyOf(moves);
  }

  /** Every mail that was saved. */
  public List<OutgoingMail> mails() {
    return List.copyOf(mails);
  }
}
