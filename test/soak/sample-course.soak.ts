import { suiteOfSampleCourse } from '../course/sample-course-suite.ts';

suiteOfSampleCourse('all');
