/** Tests of the main job's judgement and of what it reads and writes; the job itself runs in the system tests. */
@NullMarked
package com.nowinfinity.xpm.standalone.mainjob;

import org.jspecify.annotations.NullMarked;
