package io.waymark.registry.domain;

/** What stands in a project's way. */
public enum ObstacleKind {
  /** 征地拆迁. */
  LAND_ACQUISITION,
  /** 资金. */
  FUNDING,
  /** 审批. */
  APPROVAL,
  /** 设计. */
  DESIGN,
  /** 天气. */
  WEATHER,
  /** 施工单位. */
  CONTRACTOR,
  /** 材料设备. */
  MATERIALS,
  /** 管线迁改. */
  UTILITIES,
  /** 地质. */
  GEOLOGY,
  /** 环保文物. */
  ENVIRONMENT,
  /** 用工. */
  LABOUR,
  /** 其他, told in words. */
  OTHER
}
