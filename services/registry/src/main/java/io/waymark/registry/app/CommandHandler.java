package io.waymark.registry.app;

import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Refused;
import io.waymark.registry.domain.BureauState;
import io.waymark.registry.domain.CommandKey;
import io.waymark.registry.domain.Decision;
import io.waymark.registry.domain.Fingerprint;
import io.waymark.registry.domain.LocalizedText;
import io.waymark.registry.domain.Now;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectEvent;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.Projects;
import io.waymark.registry.domain.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries keyed commands out, many in one transaction; one that is refused does not hinder the
 * others.
 */
public final class CommandHandler {
  private final RegistryStore store;
  private final Clock clock;

  /** Creates a handler; the clock's zone tells which day it is. */
  public CommandHandler(RegistryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Outcomes in the order of the submissions, all durable. */
  public List<Outcome> handle(List<Submission> submissions) {
    return store.transact(tx -> new Batch(tx, submissions).run());
  }

  /** One attempt at a batch. */
  private final class Batch {
    private final RegistryTransaction tx;
    private final List<Submission> submissions;
    private final Map<ProjectKey, ProjectState> states;
    private final Map<CommandKey, StoredReply> known;
    private final Map<String, BureauState> bureaus;
    private final Now now;
    private final List<ProjectChange> changes = new ArrayList<>();
    private final List<StoredReply> replies = new ArrayList<>();

    Batch(RegistryTransaction tx, List<Submission> submissions) {
      this.tx = tx;
      this.submissions = submissions;
      // Projects first: a repeat that arrives while its original is being recorded waits here, and
      // finds its reply.
      states =
          new HashMap<>(
              tx.lockProjects(submissions.stream().map(s -> s.command().project()).toList()));
      known = new HashMap<>(tx.replies(submissions.stream().map(Submission::key).toList()));
      bureaus =
          tx.bureaus(states.values().stream().map(s -> s.definition().leadBureauId()).toList());
      // Read under the lock: a project's events are recorded in the order of their times.
      now = Now.of(clock, clock.getZone());
    }

    List<Outcome> run() {
      List<Outcome> outcomes = submissions.stream().map(this::one).toList();
      tx.appendProjects(changes);
      tx.remember(replies);
      return outcomes;
    }

    private Outcome one(Submission submission) {
      String fingerprint = Fingerprint.of(submission.command());
      StoredReply earlier = known.get(submission.key());
      if (earlier != null) {
        return earlier.fingerprint().equals(fingerprint)
            ? new Outcome.Accepted(earlier.reply(), true)
            : new Outcome.Refused(reused(submission.key()));
      }
      try {
        return new Outcome.Accepted(carryOut(submission, fingerprint), false);
      } catch (Failure refusal) {
        return new Outcome.Refused(refusal);
      }
    }

    private Reply carryOut(Submission submission, String fingerprint) {
      ProjectKey key = submission.command().project();
      @Nullable ProjectState state = states.get(key);
      Decision decision = Projects.decide(state, submission.command(), submission.caller(), now);
      for (ProjectEvent event : decision.events()) {
        state = Projects.evolve(state, event);
        states.put(key, state);
        changes.add(
            new ProjectChange(
                event,
                state,
                leadName(state),
                submission.caller().actor(),
                now.instant(),
                submission.traceparent()));
      }
      StoredReply reply = new StoredReply(submission.key(), fingerprint, decision.reply());
      known.put(reply.key(), reply);
      replies.add(reply);
      return reply.reply();
    }

    private LocalizedText leadName(ProjectState state) {
      BureauState lead = bureaus.get(state.definition().leadBureauId());
      return lead == null ? LocalizedText.EMPTY : lead.bureau().name();
    }
  }

  private static Failure reused(CommandKey key) {
    return Failure.conflict(
        Refused.IDEMPOTENCY_KEY_REUSED.with(key.idempotencyKey(), key.bureauId()));
  }
}
