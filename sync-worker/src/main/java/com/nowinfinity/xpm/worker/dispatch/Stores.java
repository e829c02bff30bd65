package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.actions.Actions;
import com.nowinfinity.xpm.worker.connections.Connections;
import com.nowinfinity.xpm.worker.documents.Documents;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.pushes.Pushes;
import com.nowinfinity.xpm.worker.runs.Runs;

/** What the worker remembers. */
public record Stores(
        Connections connections,
        Intents intents,
        Documents documents,
        Pushes pushes,
        Runs runs,
        Actions actions,
        Mirror mirror,
        Organisations organisations) {}
