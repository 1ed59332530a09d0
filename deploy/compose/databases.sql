-- Each service owns a database of its own.
CREATE DATABASE registry OWNER waymark;
CREATE DATABASE indicator OWNER waymark;
CREATE DATABASE alerting OWNER waymark;
