package io.waymark.registry.domain;

/** The four lists (四张清单): what kind of undertaking it is. */
public enum ProjectKind {
  PROJECT,
  POLICY,
  PLATFORM,
  REFORM
}
