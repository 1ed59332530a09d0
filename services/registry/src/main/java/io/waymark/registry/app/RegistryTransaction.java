package io.waymark.registry.app;

import io.waymark.registry.domain.BureauChange;
import io.waymark.registry.domain.BureauState;
import io.waymark.registry.domain.CommandKey;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One transaction of the store. Each method takes many items at once and costs one round trip or
 * so.
 */
public interface RegistryTransaction {
  /**
   * The projects that exist of those named; nobody else changes them until the transaction ends.
   */
  Map<ProjectKey, ProjectState> lockProjects(Collection<ProjectKey> keys);

  /** All bureaus by id; nobody else changes any until the transaction ends. */
  Map<String, BureauState> lockBureaus();

  /** The bureaus that exist of those named. */
  Map<String, BureauState> bureaus(Collection<String> bureauIds);

  /**
   * By id, the parents of all projects of a plan, empty at the top; nobody else imports projects of
   * the plan until the transaction ends.
   */
  Map<String, String> lockPlan(String planId);

  /** The replies that were given of those asked for. */
  Map<CommandKey, StoredReply> replies(Collection<CommandKey> keys);

  /** Records events with the states after them, and puts them into the outbox in this order. */
  void appendProjects(List<ProjectChange> changes);

  /** Records events with the states after them, and puts them into the outbox in this order. */
  void appendBureaus(List<BureauChange> changes);

  /** Keeps replies for ever. */
  void remember(List<StoredReply> replies);
}
