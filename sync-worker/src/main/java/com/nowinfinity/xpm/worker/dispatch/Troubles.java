package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.ConnectionProblem;
import com.nowinfinity.xpm.worker.connections.Connection;

/** Tells connector-service what XPM said of our credentials. */
interface Troubles {

    void tell(Connection connection, ConnectionProblem problem);
}
