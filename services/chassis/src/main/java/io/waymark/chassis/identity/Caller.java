package io.waymark.chassis.identity;

import io.grpc.Context;
import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Refused;
import java.util.Set;

/**
 * Who issues a command, as read from the verified token.
 *
 * @param name person or system, for example "li.wei"
 * @param person whether it is a person
 * @param bureauId the bureau that the caller belongs to
 * @param channel how the command arrived, for example "grpc", "rest", "cli", "demo"
 * @param roles for example "reporter", "plan_office"
 */
public record Caller(
    String name, boolean person, String bureauId, String channel, Set<String> roles) {
  /** Role that reports what its bureau leads or supports. */
  public static final String REPORTER = "reporter";

  /** Role that imports plans and approves stops. */
  public static final String PLAN_OFFICE = "plan_office";

  /** Role of a mail server that reports what it could not deliver. */
  public static final String POSTMASTER = "postmaster";

  /** Whoever plays a demo scenario: may say of a figure that it is simulated. */
  public static final String SIMULATION = "simulation";

  static final Context.Key<Caller> KEY = Context.key("waymark-caller");

  /** Keeps the roles from changing. */
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** The caller of the gRPC call that this thread serves. */
  public static Caller current() {
    Caller caller = KEY.get();
    if (caller == null) {
      throw Failure.unauthenticated(Refused.TOKEN_MISSING.with());
    }
    return caller;
  }

  /** A context in which {@link #current()} is this caller; for tests and in-process calls. */
  public Context in(Context context) {
    return context.withValue(KEY, this);
  }

  /** Whether the caller has the role. */
  public boolean has(String role) {
    return roles.contains(role);
  }

  /** Refuses a caller without the plan office role. */
  public void mustBePlanOffice() {
    if (!has(PLAN_OFFICE)) {
      throw Failure.notYours(Refused.ROLE_MISSING.with(name, PLAN_OFFICE));
    }
  }
}
