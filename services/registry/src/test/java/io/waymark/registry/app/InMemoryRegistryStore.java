package io.waymark.registry.app;

import io.waymark.registry.domain.Bureau;
import io.waymark.registry.domain.BureauChange;
import io.waymark.registry.domain.BureauState;
import io.waymark.registry.domain.CommandKey;
import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectEvent;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.RecordedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A registry that forgets; one transaction at a time. */
public final class InMemoryRegistryStore implements RegistryStore {
  private Content content = new Content();
  private @Nullable RuntimeException failure;
  private volatile CountDownLatch released = new CountDownLatch(0);

  /** What is kept; copied for a transaction, so that one that fails leaves no trace. */
  private static final class Content {
    final Map<ProjectKey, ProjectState> projects = new TreeMap<>();
    final Map<String, BureauState> bureaus = new TreeMap<>();
    final Map<CommandKey, StoredReply> replies = new HashMap<>();
    final List<ProjectChange> changes = new ArrayList<>();

    Content copy() {
      Content copy = new Content();
      copy.projects.putAll(projects);
      copy.bureaus.putAll(bureaus);
      copy.replies.putAll(replies);
      copy.changes.addAll(changes);
      return copy;
    }
  }

  /** Lets every transaction and reading fail until it is called with null. */
  public synchronized void failWith(@Nullable RuntimeException failure) {
    this.failure = failure;
  }

  /** Lets transactions wait until the latch is down, as behind a slow database. */
  public void holdUntil(CountDownLatch released) {
    this.released = released;
  }

  @Override
  public <R> R transact(Function<RegistryTransaction, R> work) {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return transactAtOnce(work);
  }

  private synchronized <R> R transactAtOnce(Function<RegistryTransaction, R> work) {
    mayFail();
    Content draft = content.copy();
    R result = work.apply(new Transaction(draft));
    content = draft;
    return result;
  }

  @Override
  public synchronized Optional<ProjectState> project(ProjectKey key) {
    mayFail();
    return Optional.ofNullable(content.projects.get(key));
  }

  @Override
  public synchronized List<ProjectState> projects(ProjectQuery query) {
    mayFail();
    return content.projects.values().stream()
        .filter(state -> matches(state, query))
        .limit(query.limit())
        .toList();
  }

  @Override
  public synchronized List<ProgressReport> reports(ProjectKey key, Instant knownAt) {
    List<ProgressReport> reports = new ArrayList<>();
    for (ProjectChange change : content.changes) {
      if (change.state().definition().key().equals(key)
          && !change.recordedAt().isAfter(knownAt)
          && change.event() instanceof ProjectEvent.Reported(var report)) {
        int at = 0;
        while (at < reports.size() && reports.get(at).asOf().isAfter(report.asOf())) {
          at++;
        }
        reports.add(at, report);
      }
    }
    return reports;
  }

  @Override
  public synchronized List<RecordedEvent> history(ProjectKey key, Instant knownAt) {
    return content.changes.stream()
        .filter(change -> change.state().definition().key().equals(key))
        .filter(change -> !change.recordedAt().isAfter(knownAt))
        .map(change ->
            new RecordedEvent(
                change.event(), change.state().version(), change.actor(), change.recordedAt()))
        .toList();
  }

  @Override
  public synchronized List<Bureau> bureaus() {
    return content.bureaus.values().stream().map(BureauState::bureau).toList();
  }

  @Override
  public synchronized RegistryCounts counts() {
    mayFail();
    long reports =
        content.changes.stream()
            .filter(change -> change.event() instanceof ProjectEvent.Reported)
            .count();
    return new RegistryCounts(content.projects.size(), content.bureaus.size(), reports);
  }

  /** Everything that happened to projects, in the order of recording. */
  synchronized List<ProjectChange> changes() {
    return List.copyOf(content.changes);
  }

  private void mayFail() {
    if (failure != null) {
      throw failure;
    }
  }

  private static boolean matches(ProjectState state, ProjectQuery query) {
    var definition = state.definition();
    return definition.key().planId().equals(query.planId())
        && definition.key().projectId().compareTo(query.after()) > 0
        && matches(state, query.filter());
  }

  private static boolean matches(ProjectState state, ProjectFilter filter) {
    var definition = state.definition();
    var details = definition.details();
    List<String> bureaus = new ArrayList<>(definition.supportingBureauIds());
    bureaus.add(definition.leadBureauId());
    String names =
        definition.key().projectId() + definition.name().zh() + "\n" + definition.name().en();
    return any(filter.category(), definition.category())
        && any(filter.leadBureauId(), definition.leadBureauId())
        && (filter.phases().isEmpty() || filter.phases().contains(state.phase()))
        && filter.kind().map(details.kind()::equals).orElse(true)
        && any(filter.district(), details.place().district())
        && any(filter.parentProjectId(), details.parentProjectId())
        && (filter.bureauId().isEmpty() || bureaus.contains(filter.bureauId()))
        && names.toLowerCase(Locale.ROOT).contains(filter.search().toLowerCase(Locale.ROOT))
        && filter.stoppedOn().map(day -> stands(state, day)).orElse(true);
  }

  private static boolean any(String wanted, String found) {
    return wanted.isEmpty() || wanted.equals(found);
  }

  private static boolean stands(ProjectState state, LocalDate day) {
    return state.suspensions().stream()
        .anyMatch(
            stop -> !day.isBefore(stop.from()) && stop.until().map(day::isBefore).orElse(true));
  }

  private record Transaction(Content content) implements RegistryTransaction {
    @Override
    public Map<ProjectKey, ProjectState> lockProjects(Collection<ProjectKey> keys) {
      return chosen(content.projects, keys);
    }

    @Override
    public Map<String, BureauState> lockBureaus() {
      return Map.copyOf(content.bureaus);
    }

    @Override
    public Map<String, BureauState> bureaus(Collection<String> bureauIds) {
      return chosen(content.bureaus, bureauIds);
    }

    @Override
    public Map<String, String> lockPlan(String planId) {
      Map<String, String> parents = new HashMap<>();
      content.projects.forEach((key, state) -> {
        if (key.planId().equals(planId)) {
          parents.put(key.projectId(), state.definition().details().parentProjectId());
        }
      });
      return parents;
    }

    @Override
    public Map<CommandKey, StoredReply> replies(Collection<CommandKey> keys) {
      return chosen(content.replies, keys);
    }

    @Override
    public void appendProjects(List<ProjectChange> changes) {
      content.changes.addAll(changes);
      changes.forEach(
          change -> content.projects.put(change.state().definition().key(), change.state()));
    }

    @Override
    public void appendBureaus(List<BureauChange> changes) {
      changes.forEach(
          change -> content.bureaus.put(change.state().bureau().bureauId(), change.state()));
    }

    @Override
    public void remember(List<StoredReply> replies) {
      replies.forEach(reply -> content.replies.put(reply.key(), reply));
    }

    private static <K, V> Map<K, V> chosen(Map<K, V> all, Collection<K> keys) {
      Map<K, V> chosen = new HashMap<>();
      for (K key : keys) {
        V value = all.get(key);
        if (value != null) {
          chosen.put(key, value);
        }
      }
      return chosen;
    }
  }
}
