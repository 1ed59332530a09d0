package io.waymark.alerting.domain;

/** What a link in a mail does, once it is confirmed. */
public enum LinkAction {
  /** 我已知悉. */
  ACKNOWLEDGE,
  /** 填报整改计划. */
  PLAN,
  /** No more digests. */
  UNSUBSCRIBE
}
