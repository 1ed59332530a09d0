package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Alerts in memory; one thread at a time. */
public final class MemoryAlertStore implements AlertStore {
  private final Map<SubjectKey, AlertState> states = new LinkedHashMap<>();
  private final Map<String, Alert> alerts = new HashMap<>();
  private final Map<String, Instant> dues = new HashMap<>();
  private final Map<String, Bureau> bureaus = new HashMap<>();
  private final Map<SubjectKey, List<String>> supporting = new HashMap<>();
  private final Map<String, Preference> preferences = new HashMap<>();
  private final Map<String, Silence> silences = new LinkedHashMap<>();
  private final Map<String, Instant> warnings = new HashMap<>();
  private final Map<String, DueDigest> digests = new TreeMap<>();
  private final List<Queued> waiting = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<OutgoingMail> mails = new ArrayList<>();
  private final List<ChannelMessage> messages = new ArrayList<>();
  private final Supplier<Instant> system;

  private record Queued(Pending item, Instant at) {}

  public MemoryAlertStore() {
    this(() -> Instant.EPOCH);
  }

  /** A store that knows the system's time. */
  public MemoryAlertStore(Supplier<Instant> system) {
    this.system = system;
  }

  @Override
  public Map<SubjectKey, AlertState> lock(Collection<SubjectKey> keys) {
    Map<SubjectKey, AlertState> found = new LinkedHashMap<>();
    keys.forEach(key -> found.put(key, states.getOrDefault(key, AlertState.of(key))));
    return found;
  }

  @Override
  public Map<SubjectKey, AlertState> states(Collection<SubjectKey> keys) {
    return lock(keys);
  }

  @Override
  public Optional<SubjectKey> lockAlert(String alertId) {
    return alert(alertId).map(Alert::subject);
  }

  @Override
  public Optional<Alert> alert(String alertId) {
    return Optional.ofNullable(alerts.get(alertId));
  }

  @Override
  public Map<String, SubjectKey> movedBy(String judgementId) {
    Map<String, SubjectKey> moved = new LinkedHashMap<>();
    for (Move move : moves) {
      Action action = move.transition().action();
      if (move.transition().judgementId().equals(judgementId)
          && (action == Action.OPENED || action == Action.ESCALATED)) {
        moved.put(move.alert().alertId(), move.alert().subject());
      }
    }
    return moved;
  }

  @Override
  public List<SubjectKey> due(Instant now, int atMost) {
    Map<SubjectKey, Instant> all = new HashMap<>();
    dues.forEach((alertId, at) ->
        all.merge(
            Objects.requireNonNull(alerts.get(alertId)).subject(), at, MemoryAlertStore::first));
    owed().forEach((subject, at) -> all.merge(subject, at, MemoryAlertStore::first));
    return all.entrySet().stream()
        .filter(due -> !due.getValue().isAfter(now))
        .sorted(Map.Entry.comparingByValue())
        .limit(atMost)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Instant first(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Map<SubjectKey, Instant> owed() {
    Map<SubjectKey, Instant> owed = new HashMap<>();
    states.forEach((subject, state) -> {
      Instant lookAt = state.owing().lookAt();
      if (lookAt != null) {
        owed.put(subject, lookAt);
      }
    });
    return owed;
  }

  @Override
  public List<AlertState> liveOf(String bureauId) {
    return states.values().stream()
        .filter(state -> {
          Alert live = state.live();
          return live != null && (bureauId.isEmpty() || live.leadBureauId().equals(bureauId));
        })
        .toList();
  }

  @Override
  public List<AlertState> overSince(String bureauId, Instant since) {
    return alerts.values().stream()
        .filter(alert ->
            alert.leadBureauId().equals(bureauId)
                && alert.resolvedAt() != null
                && alert.resolvedAt().isAfter(since))
        .sorted(
            Comparator.comparing(MemoryAlertStore::ended).reversed().thenComparing(Alert::alertId))
        .map(alert -> Objects.requireNonNull(states.get(alert.subject())).with(alert))
        .toList();
  }

  private static Instant ended(Alert alert) {
    return Objects.requireNonNull(alert.resolvedAt());
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
  public void keepSupporting(SubjectKey project, List<String> bureauIds, long version) {
    supporting.put(project, bureauIds);
  }

  @Override
  public Map<SubjectKey, List<String>> supporting(Collection<SubjectKey> projects) {
    Map<SubjectKey, List<String>> found = new HashMap<>(supporting);
    found.keySet().retainAll(projects);
    return found;
  }

  @Override
  public Map<String, Preference> preferences(Collection<String> addresses) {
    Map<String, Preference> found = new HashMap<>(preferences);
    found.keySet().retainAll(addresses);
    return found;
  }

  @Override
  public void keepPreference(Preference preference, Actor by, Instant at) {
    preferences.put(preference.address(), preference);
  }

  @Override
  public List<Silence> silences(Instant at) {
    return silences.values().stream().filter(silence -> silence.holds(at)).toList();
  }

  @Override
  public void keepSilence(Silence silence, @Nullable Instant warnAt) {
    silences.put(silence.silenceId(), silence);
    if (warnAt == null) {
      warnings.remove(silence.silenceId());
    } else {
      warnings.put(silence.silenceId(), warnAt);
    }
  }

  @Override
  public Optional<Silence> silence(String silenceId) {
    return Optional.ofNullable(silences.get(silenceId));
  }

  @Override
  public List<Silence> ending(Instant now) {
    return silences.values().stream()
        .filter(silence -> {
          Instant warn = warnings.get(silence.silenceId());
          return warn != null && !warn.isAfter(now);
        })
        .toList();
  }

  @Override
  public List<Ripening> ripening(Instant now) {
    Map<String, List<Queued>> byBureau = new LinkedHashMap<>();
    waiting.stream()
        .filter(queued -> !queued.item().dueAt().isAfter(now))
        .filter(queued -> bureaus.containsKey(queued.item().bureauId()))
        .forEach(queued ->
            byBureau
                .computeIfAbsent(queued.item().bureauId(), id -> new ArrayList<>())
                .add(queued));
    return byBureau.entrySet().stream()
        .map(entry ->
            new Ripening(
                entry.getKey(),
                entry.getValue().size(),
                entry.getValue().getFirst().at(),
                entry.getValue().getLast().at()))
        .toList();
  }

  @Override
  public List<Pending> takePending(String bureauId, Instant now) {
    List<Queued> taken =
        waiting.stream()
            .filter(queued -> queued.item().bureauId().equals(bureauId))
            .filter(queued -> !queued.item().dueAt().isAfter(now))
            .toList();
    waiting.removeAll(taken);
    return taken.stream().map(Queued::item).toList();
  }

  @Override
  public List<Instant> mailedSince(String bureauId, Instant since) {
    return mails.stream()
        .filter(mail -> mail.bureauId().equals(bureauId))
        .map(OutgoingMail::createdAt)
        .filter(at -> at.isAfter(since))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<DueDigest> digests(Instant now, int atMost) {
    return digests.values().stream()
        .filter(due -> !due.at().isAfter(now))
        .sorted(Comparator.comparing(DueDigest::at))
        .limit(atMost)
        .toList();
  }

  @Override
  public void planDigest(String bureauId, Preference.Digest digest, Instant at) {
    digests.put(bureauId + "/" + digest, new DueDigest(bureauId, digest, at));
  }

  @Override
  public void save(Changes changes) {
    changes.moves().forEach(move -> alerts.put(move.alert().alertId(), move.alert()));
    for (AlertState state : changes.states()) {
      states.put(state.subject(), state);
      Alert alert = state.alert();
      if (alert != null) {
        alerts.put(alert.alertId(), alert);
        dues.remove(alert.alertId());
      }
    }
    changes.moves().forEach(move -> dues.remove(move.alert().alertId()));
    dues.putAll(changes.dues());
    moves.addAll(changes.moves());
    mails.addAll(changes.mails());
    messages.addAll(changes.messages());
    changes.waiting().forEach(item -> waiting.add(new Queued(item, system.get())));
  }

  /** Every message to another channel that was stored. */
  public List<ChannelMessage> messages() {
    return List.copyOf(messages);
  }

  /** When something falls due next; empty if nothing does. */
  public Optional<Instant> nextDue() {
    List<Instant> all = new ArrayList<>(dues.values());
    digests.values().forEach(due -> all.add(due.at()));
    all.addAll(warnings.values());
    all.addAll(owed().values());
    waiting.stream()
        .filter(queued -> bureaus.containsKey(queued.item().bureauId()))
        .forEach(queued -> all.add(queued.item().dueAt()));
    return all.stream().min(Instant::compareTo);
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
