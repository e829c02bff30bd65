package com.nowinfinity.xpm.api.contract;

/**
 * What we rely on of Practice Manager, whoever plays it. It creates clients, and XPM keeps what is created: run it
 * against a practice that is there to be tried on.
 */
interface XpmApiContract extends ClientContract, SurroundingsContract {}
